// SPDX-License-Identifier: Apache-2.0

/// What the page does by itself: shows the scenes that are asked for; without it all are shown.
enum HTMLScript {
    static let filter = """

        "use strict";
        (function () {
          const scenes = Array.from(document.querySelectorAll(".scene"));
          const words = scenes.map(function (scene) {
            return scene.querySelector("summary").textContent.toLowerCase();
          });
          const search = document.querySelector("input[type=search]");
          const tag = document.querySelector("select");
          const buttons = Array.from(document.querySelectorAll("[data-show]"));
          const count = document.querySelector(".count");
          const none = document.querySelector(".none");
          let show = "all";
          function update() {
            const wanted = search.value.trim().toLowerCase().split(/\\s+/);
            let shown = 0;
            scenes.forEach(function (scene, index) {
              const fits = (show === "all" || scene.hasAttribute("data-failed"))
                && (!tag || !tag.value || scene.dataset.tags.includes(" " + tag.value + " "))
                && wanted.every(function (word) { return words[index].includes(word); });
              scene.hidden = !fits;
              if (fits) { shown += 1; }
            });
            count.textContent = shown === scenes.length ? "" : shown + " of " + scenes.length;
            none.hidden = shown > 0;
          }
          buttons.forEach(function (button) {
            button.addEventListener("click", function () {
              show = button.dataset.show;
              buttons.forEach(function (other) {
                other.setAttribute("aria-pressed", String(other === button));
              });
              update();
            });
          });
          search.addEventListener("input", update);
          if (tag) { tag.addEventListener("change", update); }
          document.querySelector(".filter").addEventListener("submit", function (event) {
            event.preventDefault();
          });
          document.querySelectorAll("[data-fold]").forEach(function (button) {
            button.addEventListener("click", function () {
              scenes.forEach(function (scene) {
                if (!scene.hidden) { scene.open = button.dataset.fold === "open"; }
              });
            });
          });
          function reveal() {
            const scene = location.hash.length > 1
              && document.getElementById(location.hash.slice(1));
            if (scene && scene.matches("details")) {
              scene.open = true;
              scene.scrollIntoView();
            }
          }
          window.addEventListener("hashchange", reveal);
          update();
          reveal();
        })();

        """
}
